new Buffer(1);
