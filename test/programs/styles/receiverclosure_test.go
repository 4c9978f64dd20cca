// want race-missing-lock download.bytes

package styles

import "testing"

type download struct{ bytes int }

func (d *download) fetch() int {
	done := make(chan struct{}, 1)
	go func() {
		d.bytes += 512
		done <- struct{}{}
	}()
	n := d.bytes
	<-done
	return n
}
func TestReceiverclosure(t *testing.T) { (&download{}).fetch() }
