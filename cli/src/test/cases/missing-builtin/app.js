require('node:no-such-module');
