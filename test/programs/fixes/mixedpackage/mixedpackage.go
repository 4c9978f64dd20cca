package mixedpackage

import "sync/atomic"

var requests uint32

// Handle counts a request.
func Handle() {
	atomic.AddUint32(&requests, 1)
}

// Requests reads.
func Requests() uint32 {
	return requests
}
