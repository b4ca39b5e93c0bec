pub fn brief() {}
