require('machine');
