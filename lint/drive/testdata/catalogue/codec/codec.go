// Package codec reads and writes the formats of our partners.
package codec

import (
	"encoding/binary"
	"errors"
	"strconv"
	"strings"
)

// Order is what a customer buys.
type Order struct {
	SKU   string
	Count int
	Ship  *Address
}

// Address is where it goes.
type Address struct{ City, Street string }

// Parse reads "sku;count;city;street".
func Parse(line string) Order {
	f := strings.Split(line, ";")
	n, err := strconv.Atoi(f[1])
	if err != nil {
		panic("codec: bad count in " + line)
	}
	o := Order{SKU: f[0], Count: n}
	if len(f) > 3 {
		o.Ship = &Address{City: f[2], Street: f[3]}
	}
	return o
}

// ErrShort is returned for a line that lacks fields.
var ErrShort = errors.New("codec: line is too short")

// ParseStrict is Parse with errors.
func ParseStrict(line string) (Order, error) {
	f := strings.Split(line, ";")
	if len(f) < 2 {
		return Order{}, ErrShort
	}
	n, err := strconv.Atoi(f[1])
	if err != nil {
		return Order{}, err
	}
	return Order{SKU: f[0], Count: n}, nil
}

// Header is in front of every packet.
func Header(p []byte) (kind byte, body []byte) {
	n := binary.BigEndian.Uint16(p[1:3])
	return p[0], p[3 : 3+n]
}
