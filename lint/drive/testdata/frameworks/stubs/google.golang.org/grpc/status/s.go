package status

import (
	"fmt"

	"google.golang.org/grpc/codes"
)

func Errorf(c codes.Code, format string, a ...any) error { return fmt.Errorf(format, a...) }
func Error(c codes.Code, msg string) error               { return fmt.Errorf("%d %s", c, msg) }
