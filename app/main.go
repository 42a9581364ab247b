//go:build !js

// Zhol: the command on a desk. Built for js/wasm the same package is the page; see main_js.go.
package main

import (
	"os"

	"zhol/app/command"
)

func main() { os.Exit(command.Main(os.Args[1:], os.Stdout, os.Stderr)) }
