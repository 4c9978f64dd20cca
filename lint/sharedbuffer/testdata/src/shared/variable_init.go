package shared

import (
	"bytes"
	"encoding/json"
)

var (
	spans   bytes.Buffer
	spanEnc *json.Encoder
	spanIn  = make(chan int)
)

// InitSpans sets the encoder up, and then starts what uses it.
func InitSpans() {
	spanEnc = json.NewEncoder(&spans)
	spanEnc.SetIndent("", " ") // ok
	startSpans()
}

func startSpans() { go writeSpans() }

func writeSpans() {
	for span := range spanIn {
		_ = spanEnc.Encode(span)
	}
}

// IndentSpans may be called while spans are written.
func IndentSpans() {
	spanEnc.SetIndent("", "\t") // want `spanEnc \(json.Encoder\) is written in IndentSpans and written by the goroutine started at line 21`
}
