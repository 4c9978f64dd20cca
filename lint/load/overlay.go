package load

import (
	"encoding/json"
	"fmt"
	"os"
)

// readOverlay reads which files stand for which; none without a name.
func readOverlay(name string) (map[string]string, error) {
	if name == "" {
		return nil, nil
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("overlay: %w", err)
	}
	var overlay struct{ Replace map[string]string }
	if err := json.Unmarshal(text, &overlay); err != nil {
		return nil, fmt.Errorf("overlay %s: %w", name, err)
	}
	return overlay.Replace, nil
}
