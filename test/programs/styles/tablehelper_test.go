// want race-missing-lock fake.calls

package styles

import (
	"testing"
	"time"
)

type fake struct{ calls []string }

func (f *fake) call(s string) { f.calls = []string{s} }

func run(t *testing.T, f *fake, name string) {
	t.Helper()
	t.Run(name, func(t *testing.T) {
		t.Parallel()
		time.Sleep(time.Millisecond)
		f.call(name)
	})
}
func TestTablehelper(t *testing.T) {
	f := &fake{}
	run(t, f, "a")
	run(t, f, "b")
	run(t, f, "c")
}
