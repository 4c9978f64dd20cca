package logrus

import (
	"log"
	"time"
)

type Level uint32
type Fields map[string]interface{}
type Entry struct {
	Data    Fields
	Time    time.Time
	Level   Level
	Message string
}
type Hook interface {
	Levels() []Level
	Fire(*Entry) error
}

const (
	PanicLevel Level = iota
	FatalLevel
	ErrorLevel
	WarnLevel
	InfoLevel
)

var AllLevels = []Level{PanicLevel, FatalLevel, ErrorLevel, WarnLevel, InfoLevel}

func AddHook(hook Hook)                                        {}
func WithField(key string, value interface{}) *Entry           { return &Entry{Data: Fields{key: value}} }
func WithFields(fields Fields) *Entry                          { return &Entry{Data: fields} }
func WithError(err error) *Entry                               { return &Entry{Data: Fields{"error": err}} }
func Infof(format string, args ...interface{})                 { log.Printf(format, args...) }
func Warnf(format string, args ...interface{})                 { log.Printf(format, args...) }
func Errorf(format string, args ...interface{})                { log.Printf(format, args...) }
func Error(args ...interface{})                                { log.Print(args...) }
func (entry *Entry) WithField(k string, v interface{}) *Entry  { entry.Data[k] = v; return entry }
func (entry *Entry) Error(args ...interface{})                 { log.Print(args...) }
func (entry *Entry) Errorf(format string, args ...interface{}) { log.Printf(format, args...) }
func (entry *Entry) Warn(args ...interface{})                  { log.Print(args...) }
func (entry *Entry) Info(args ...interface{})                  { log.Print(args...) }
func (entry *Entry) String() (string, error)                   { return entry.Message, nil }
