// Package codec decodes what other systems send.
package codec

import (
	"encoding/binary"
	"strings"
)

// Record is one line of the partner feed.
type Record struct {
	Key    string
	Fields []string
	Parent *Record
}

// DecodeRecord trusts the partner to send at least a key.
func DecodeRecord(line string) *Record {
	parts := strings.Split(line, "|")
	return &Record{Key: parts[0], Fields: strings.Split(parts[1], ",")}
}

// Frame is one frame of the device protocol.
type Frame struct {
	Kind byte
	Body []byte
}

// DecodeFrame reads kind and length and slices the body.
func DecodeFrame(b []byte) Frame {
	n := binary.BigEndian.Uint16(b[1:3])
	return Frame{Kind: b[0], Body: b[3 : 3+n]}
}

// Amount reads the amount out of a loosely typed document.
func Amount(doc map[string]any) float64 {
	pay := doc["payment"].(map[string]any)
	return pay["amount"].(float64)
}

// ReplayFrame hands the body of a frame to sink, one entry a time.
func ReplayFrame(raw []byte, sink chan<- []byte) {
	f := DecodeFrame(raw)
	for len(f.Body) > 0 {
		n := int(f.Body[0])
		sink <- f.Body[1 : 1+n]
		f.Body = f.Body[1+n:]
	}
}
