// Package message keeps what is said apart from its words: a code with named
// arguments, so that whoever shows it can say it in another language.
package message

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"regexp"
)

// Args are the parts of a message by name: names and expressions of the user's
// code as strings, line numbers, and further messages.
type Args map[string]any

// Message is one sentence, or a part of one. The zero Message says nothing.
type Message struct {
	Args Args   `json:"args"`
	Code string `json:"code"`
}

// Of makes a message. The code is a literal of english.json, which a test checks.
func Of(code string, args Args) Message {
	if args == nil {
		args = Args{}
	}
	return Message{Args: args, Code: code}
}

//go:embed english.json
var english []byte

var templates = func() map[string]string {
	var parsed map[string]string
	if err := json.Unmarshal(english, &parsed); err != nil {
		panic(err) // the file is part of this program
	}
	return parsed
}()

var hole = regexp.MustCompile(`\{(\w+)\}`)

// String says it in English: lower-case start, no full stop.
func (m Message) String() string {
	return hole.ReplaceAllStringFunc(templates[m.Code], func(name string) string {
		return fmt.Sprint(m.Args[name[1:len(name)-1]])
	})
}
