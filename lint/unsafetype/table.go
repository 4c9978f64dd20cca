package unsafetype

// Entry is what the table says of one type.
type Entry struct {
	// Reads are the methods that change nothing, so that several goroutines
	// may call them as long as none calls another.
	Reads []string
	// Says is the sentence that forbids concurrent use, URL where it stands.
	Says, URL string
}

// The sentence that covers every type whose own comment is silent.
const (
	silent    = "By default, programmers expect that a type is safe for use only by a single goroutine at a time. If a type provides stronger guarantees, the doc comment should state them."
	silentURL = "https://go.dev/doc/comment#type"
)

func byDefault(reads ...string) Entry { return Entry{Reads: reads, Says: silent, URL: silentURL} }

func says(sentence, url string, reads ...string) Entry {
	return Entry{Reads: reads, Says: sentence, URL: url}
}

const (
	randSays = "Rand values created by New over a Source are not safe for concurrent use: a Source is not safe for concurrent use by multiple goroutines."
	bigSays  = "Methods set their receiver to the result and return it: x.Add(y, z) writes x."
)

// fixed are the methods that tell what was settled when the value was made: any
// goroutine may ask at any time.
var fixed = map[string][]string{
	"bufio.Reader":          {"Size"},
	"bufio.Writer":          {"Size"},
	"bytes.Reader":          {"Size"},
	"hash.Hash":             {"Size", "BlockSize"},
	"hash.Hash32":           {"Size", "BlockSize"},
	"hash.Hash64":           {"Size", "BlockSize"},
	"mime/multipart.Writer": {"Boundary", "FormDataContentType"},
	"strings.Reader":        {"Size"},
}

// bigReads are the methods of math/big that leave their receiver alone.
var bigReads = []string{
	"Append", "AppendText", "BitLen", "Bit", "Bits", "Bytes", "Cmp", "CmpAbs", "Denom", "Num", "FillBytes", "Float32", "Float64", "FloatString",
	"Format", "GobEncode", "Int64", "IsInf", "IsInt", "IsInt64", "IsUint64", "MantExp", "MarshalJSON", "MarshalText", "MinPrec", "Mode", "Prec",
	"Acc", "ProbablyPrime", "Sign", "Signbit", "String", "Text", "TrailingZeroBits", "Uint64", "RatString", "FloatPrec",
}

// table is keyed by package path and name. encoding/gob and log.Logger are not
// in it: their comments promise safety. Nor is bufio.ReadWriter: one goroutine
// may use its Reader and another its Writer, which are.
var table = map[string]Entry{
	"bytes.Buffer":    byDefault("String", "Len", "Bytes", "Cap", "Available"),
	"bytes.Reader":    byDefault("Len", "Size", "ReadAt"),
	"strings.Builder": byDefault("String", "Len", "Cap"),
	"strings.Reader":  byDefault("Len", "Size", "ReadAt"),

	"bufio.Writer":  byDefault("Size", "Buffered", "Available"),
	"bufio.Reader":  byDefault("Size", "Buffered"),
	"bufio.Scanner": byDefault("Bytes", "Text", "Err"),

	"encoding/json.Encoder":                     byDefault(),
	"encoding/json.Decoder":                     byDefault("Buffered", "InputOffset"),
	"encoding/xml.Encoder":                      byDefault(),
	"encoding/xml.Decoder":                      byDefault("InputOffset", "InputPos"),
	"encoding/csv.Writer":                       byDefault("Error"),
	"encoding/csv.Reader":                       byDefault("FieldPos", "InputOffset"),
	"gopkg.in/yaml.v2.Encoder":                  byDefault(),
	"gopkg.in/yaml.v3.Encoder":                  byDefault(),
	"gopkg.in/yaml.v3.Decoder":                  byDefault(),
	"github.com/BurntSushi/toml.Encoder":        byDefault(),
	"mime/multipart.Writer":                     byDefault("Boundary", "FormDataContentType"),
	"mime/multipart.Reader":                     byDefault(),
	"mime/quotedprintable.Writer":               byDefault(),
	"text/tabwriter.Writer":                     byDefault(),
	"text/scanner.Scanner":                      byDefault("Pos", "TokenText"),
	"compress/gzip.Writer":                      byDefault(),
	"compress/gzip.Reader":                      byDefault(),
	"compress/zlib.Writer":                      byDefault(),
	"compress/flate.Writer":                     byDefault(),
	"github.com/klauspost/compress/gzip.Writer": byDefault(),
	"archive/tar.Writer":                        byDefault(),
	"archive/tar.Reader":                        byDefault(),
	"archive/zip.Writer":                        byDefault(),

	"hash.Hash":         byDefault("Size", "BlockSize", "Sum"),
	"hash.Hash32":       byDefault("Size", "BlockSize", "Sum", "Sum32"),
	"hash.Hash64":       byDefault("Size", "BlockSize", "Sum", "Sum64"),
	"hash/maphash.Hash": says("A Hash is not safe for concurrent use by multiple goroutines, but a Seed is.", "https://pkg.go.dev/hash/maphash#Hash", "BlockSize", "Size", "Seed"),

	"math/rand.Rand":       says(randSays, "https://pkg.go.dev/math/rand#NewSource"),
	"math/rand.Source":     says("A Source is not safe for concurrent use by multiple goroutines.", "https://pkg.go.dev/math/rand#Source"),
	"math/rand.Source64":   says("A Source is not safe for concurrent use by multiple goroutines.", "https://pkg.go.dev/math/rand#Source"),
	"math/rand.Zipf":       says(randSays, "https://pkg.go.dev/math/rand#NewSource"),
	"math/rand/v2.Rand":    says(randSays, "https://pkg.go.dev/math/rand/v2#Source"),
	"math/rand/v2.Source":  says("A Source is not safe for concurrent use by multiple goroutines.", "https://pkg.go.dev/math/rand/v2#Source"),
	"math/rand/v2.PCG":     says("A Source is not safe for concurrent use by multiple goroutines.", "https://pkg.go.dev/math/rand/v2#Source", "MarshalBinary", "AppendBinary"),
	"math/rand/v2.ChaCha8": says("A Source is not safe for concurrent use by multiple goroutines.", "https://pkg.go.dev/math/rand/v2#Source", "MarshalBinary", "AppendBinary"),
	"math/rand/v2.Zipf":    says(randSays, "https://pkg.go.dev/math/rand/v2#Source"),
	"math/big.Int":         says(bigSays, "https://pkg.go.dev/math/big", bigReads...),
	"math/big.Rat":         says(bigSays, "https://pkg.go.dev/math/big", bigReads...),
	"math/big.Float":       says(bigSays, "https://pkg.go.dev/math/big", bigReads...),
	"net/textproto.Reader": byDefault(),
	"net/textproto.Writer": byDefault(),
	"container/list.List":  byDefault("Len", "Front", "Back"),
	"container/ring.Ring":  byDefault("Len", "Next", "Prev", "Move", "Do"),
	"database/sql.Rows":    byDefault("Columns", "ColumnTypes", "Err"),
}
