package shared

import (
	"compress/gzip"
	"crypto/sha256"
	"io"
)

// GoodPipeReadToTheEnd: the digest is asked for when the pipe has come to its end.
func GoodPipeReadToTheEnd(src io.Reader) ([]byte, error) {
	digest := sha256.New()
	pr, pw := io.Pipe()
	go func() {
		_, err := io.Copy(pw, io.TeeReader(src, digest))
		pw.CloseWithError(err)
	}()
	plain, err := gzip.NewReader(pr)
	if err != nil {
		return nil, err
	}
	if _, err := io.Copy(io.Discard, plain); err != nil {
		return nil, err
	}
	return digest.Sum(nil), nil
}

// BadPipeUnread: nothing reads the pipe before the digest is asked for.
func BadPipeUnread(src io.Reader) ([]byte, *io.PipeReader) {
	digest := sha256.New()
	pr, pw := io.Pipe()
	go func() {
		_, err := io.Copy(pw, io.TeeReader(src, digest))
		pw.CloseWithError(err)
	}()
	return digest.Sum(nil), pr // want `digest \(hash.Hash\)`
}

// BadPipeUsedAfterClose: the goroutine goes on when it has closed the pipe.
func BadPipeUsedAfterClose(src io.Reader) []byte {
	digest := sha256.New()
	pr, pw := io.Pipe()
	go func() {
		_, err := io.Copy(pw, src)
		pw.CloseWithError(err)
		digest.Write([]byte("end"))
	}()
	_, _ = io.ReadAll(pr)
	return digest.Sum(nil) // want `digest \(hash.Hash\)`
}
