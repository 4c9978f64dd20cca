// Package packagevariable (R11): a setting that everybody may change.
package packagevariable

var verbose bool

// SetVerbose changes the setting.
func SetVerbose(on bool) { verbose = on }

// Verbose reads it.
func Verbose() bool { return verbose }
