package zerolog

import (
	"io"
	"log"
)

type Level int8
type Event struct{}
type Hook interface {
	Run(e *Event, level Level, message string)
}
type Logger struct{}

const (
	InfoLevel  Level = 1
	ErrorLevel Level = 3
)

func New(w io.Writer) Logger                                { return Logger{} }
func (l Logger) Hook(hooks ...Hook) Logger                  { return l }
func (l *Logger) Info() *Event                              { return &Event{} }
func (l *Logger) Warn() *Event                              { return &Event{} }
func (l *Logger) Error() *Event                             { return &Event{} }
func (e *Event) Str(key, val string) *Event                 { return e }
func (e *Event) Int(key string, i int) *Event               { return e }
func (e *Event) Err(err error) *Event                       { return e }
func (e *Event) Interface(key string, i interface{}) *Event { return e }
func (e *Event) Bytes(key string, val []byte) *Event        { return e }
func (e *Event) Msg(msg string)                             { log.Println(msg) }
