"""The diagram of a process: what a BPMN file says, where it is drawn, and a layout for what is not drawn."""
