package styles

type Logger interface{ Log(string) }
type nop struct{}

func (nop) Log(string) {}

var std Logger = nop{}

func SetLogger(l Logger) { std = l }
func Info(s string)      { std.Log(s) }
