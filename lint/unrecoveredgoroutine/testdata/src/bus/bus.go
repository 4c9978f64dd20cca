package bus

var topics [][]chan<- []byte

// Subscribe sends the messages of a topic to a channel.
func Subscribe(topic int, to chan<- []byte) { topics[topic] = append(topics[topic], to) }

// Publish sends a message to the subscribers of its topic.
func Publish(message []byte) error {
	for _, to := range topics[message[0]] {
		to <- message
	}
	return nil
}
