package command

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
)

type serveOptions struct {
	dir  string
	port int
}

func (o *serveOptions) flags() []flag {
	return []flag{
		textFlag("dir", "FOLDER", "the folder of the built site; dist by default", &o.dir),
		numberFlag("port", "N", "the port on 127.0.0.1; 8080 by default, 0 for any that is free", 0, 65535, &o.port),
	}
}

// serve answers this machine alone, until it is stopped.
func serve(c *console, args []string) error {
	o := &serveOptions{dir: "dist", port: 8080}
	if _, err := parseFlags(args, o.flags(), 0); err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(o.dir, "index.html")); err != nil {
		return badInput("--dir: %q holds no site; ./build.sh build makes one", o.dir)
	}
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(o.port)))
	if errors.Is(err, syscall.EADDRINUSE) {
		return &exit{exitBroken, fmt.Sprintf("port %d on 127.0.0.1 is taken; try --port %d", o.port, o.port+1)}
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "Zhol is at http://%s/ (Ctrl-C stops it)\n", listener.Addr())
	return http.Serve(listener, site(o.dir))
}

// types are said here, for a machine's own list may know no WASM, and a browser compiles none as it arrives without.
var types = map[string]string{
	".wasm": "application/wasm",
	".js":   "text/javascript; charset=utf-8",
	".mjs":  "text/javascript; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".json": "application/json",
	".svg":  "image/svg+xml",

	".webmanifest": "application/manifest+json",
}

// site serves a folder and asks browsers to look each time whether a file has changed.
func site(dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if t, ok := types[filepath.Ext(r.URL.Path)]; ok {
			w.Header().Set("Content-Type", t)
		}
		w.Header().Set("Cache-Control", "no-cache")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		files.ServeHTTP(w, r)
	})
}
