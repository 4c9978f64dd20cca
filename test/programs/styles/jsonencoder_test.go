// want race-shared-buffer stream.enc

package styles

import (
	"encoding/json"
	"io"
	"sync"
	"testing"
)

type stream struct{ enc *json.Encoder }

func (s *stream) send(v any) { _ = s.enc.Encode(v) }

type failing struct{}

func (failing) Write(p []byte) (int, error) { return 0, io.ErrShortWrite }

func TestJsonencoder(t *testing.T) {
	s := &stream{enc: json.NewEncoder(failing{})}
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() { s.send(i) })
	}
	wg.Wait()
}
