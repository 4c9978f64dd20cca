// Package ssh stands for the real one.
package ssh

type Request struct {
	Type    string
	Payload []byte
}

func (r *Request) Reply(ok bool, payload []byte) error { return nil }
