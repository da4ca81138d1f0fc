// A web server that answers every request. PORT chooses where; ctrl-c ends it.
const http = require('http');

const server = http.createServer((request, response) => {
  response.end('Hello World\n');
});

server.listen(process.env.PORT ?? 3000, () => {
  console.log(`Server is listening on http://localhost:${server.address().port}`);
});
