package lazypackage

import "strings"

var replacer *strings.Replacer

func getReplacer() *strings.Replacer {
	if replacer == nil {
		replacer = strings.NewReplacer("a", "b")
	}
	return replacer
}

// Clean replaces.
func Clean(text string) string {
	return getReplacer().Replace(text)
}
