//go:build !js

package page

// numbersOf writes numbers without a browser.
func numbersOf(string) (writer, chooser, dater) { return plain.write, choosePlain, datePlain }
