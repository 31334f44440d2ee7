package relation

// facts reads the lasting facts of the sentence.
func (s *sentence) facts() {}
