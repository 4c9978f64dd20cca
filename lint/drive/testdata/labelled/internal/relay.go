// Package relay can be used by the module alone.
package relay

// Handler handles what arrives.
type Handler interface{ Handle(string) }

// Relay hands on what arrives.
type Relay struct{ Handler Handler }

// Pass hands over to what the module gives it.
//
//label:note
func (r *Relay) Pass(text string) {
	go r.Handler.Handle(text)
}
