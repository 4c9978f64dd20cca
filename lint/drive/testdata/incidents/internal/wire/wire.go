// Package wire has the frame format.
package wire

import "encoding/binary"

// Frame is one message on the wire.
type Frame struct {
	Kind byte
	Body []byte
}

// Parse reads a frame; it trusts the length in the header.
func Parse(b []byte) Frame {
	n := binary.BigEndian.Uint16(b[1:3])
	return Frame{Kind: b[0], Body: b[3 : 3+n]}
}
