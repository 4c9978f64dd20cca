package zapcore

import "time"

type Level int8

const (
	InfoLevel  Level = 0
	ErrorLevel Level = 2
)

type Field struct {
	Key    string
	String string
	Value  any
}
type Entry struct {
	Level      Level
	Time       time.Time
	LoggerName string
	Message    string
	Stack      string
}
type CheckedEntry struct{ Entry }

func (ce *CheckedEntry) AddCore(ent Entry, core Core) *CheckedEntry { return ce }

type Core interface {
	Enabled(Level) bool
	With([]Field) Core
	Check(Entry, *CheckedEntry) *CheckedEntry
	Write(Entry, []Field) error
	Sync() error
}
