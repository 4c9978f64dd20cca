package zap

import (
	"log"

	"go.uber.org/zap/zapcore"
)

type Field = zapcore.Field
type Logger struct{ core zapcore.Core }
type Option interface{ apply(*Logger) }

func New(core zapcore.Core, options ...Option) *Logger { return &Logger{core} }
func NewNop() *Logger                                  { return &Logger{} }
func NewProduction(options ...Option) (*Logger, error) { return &Logger{}, nil }
func String(key, val string) Field                     { return Field{Key: key, String: val} }
func Any(key string, value any) Field                  { return Field{Key: key, Value: value} }
func Int(key string, val int) Field                    { return Field{Key: key, Value: val} }
func Error(err error) Field                            { return Field{Key: "error", Value: err} }
func Stack(key string) Field                           { return Field{Key: key} }
func (l *Logger) Info(msg string, fields ...Field)     { log.Println(msg, fields) }
func (l *Logger) Warn(msg string, fields ...Field)     { log.Println(msg, fields) }
func (l *Logger) Error(msg string, fields ...Field)    { log.Println(msg, fields) }
func (l *Logger) Sync() error                          { return nil }
