'use strict';

// A route of Express with a parameter and a JSON answer. PORT chooses the port.
const express = require('express');

const app = express();
app.get('/', (req, res) => res.json({ id: 42, name: 'espresso', tags: ['hot', 'short'], price: 2.4 }));
const server = app.listen(Number(process.env.PORT || 8000), '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
