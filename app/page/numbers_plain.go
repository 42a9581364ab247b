//go:build !js

package page

// numbersOf writes numbers without a browser.
func numbersOf(string) (writer, chooser) { return plain.write, choosePlain }
