'use strict';
// A small web framework of the kind that npm has: an application that is a function, layers that are tried in turn, requests and responses
// that get another prototype. No such package may be needed to build, so the training brings its own.

const crypto = require('crypto');
const http = require('http');
const url = require('url');

const TYPES = { json: 'application/json', html: 'text/html', txt: 'text/plain' };
const CHARSET = /;\s*charset\s*=/;

const request = Object.create(http.IncomingMessage.prototype, {
  query: { configurable: true, get() { return Object.fromEntries(new URLSearchParams(parsed(this).query ?? '')); } },
  path: { configurable: true, get() { return parsed(this).pathname; } },
});
request.get = function(name) {
  if (typeof name !== 'string') throw new TypeError('name must be a string');
  return this.headers[name.toLowerCase()];
};

const response = Object.create(http.ServerResponse.prototype);
response.status = function(code) { this.statusCode = code; return this; };
response.set = function(name, value) {
  let text = Array.isArray(value) ? value.map(String) : String(value);
  if (name.toLowerCase() === 'content-type' && !CHARSET.test(text)) text += '; charset=utf-8';
  this.setHeader(name, text);
  return this;
};
response.json = function(value) {
  if (!this.getHeader('Content-Type')) this.set('Content-Type', TYPES.json);
  return this.send(JSON.stringify(value, this.app.settings.replacer, this.app.settings.spaces));
};
response.send = function(body) {
  let chunk = body;
  if (typeof chunk === 'string') {
    if (!this.get('Content-Type')) this.set('Content-Type', TYPES.html);
    chunk = Buffer.from(chunk, 'utf8');
  }
  this.setHeader('Content-Length', chunk.length);
  const tag = crypto.createHash('sha1').update(chunk).digest('base64').substring(0, 27);
  if (this.statusCode === 200) this.setHeader('ETag', `W/"${chunk.length.toString(16)}-${tag}"`);
  if (this.req.get('if-none-match') === this.getHeader('ETag')) this.statusCode = 304;
  if (this.statusCode === 304) { this.removeHeader('Content-Type'); this.removeHeader('Content-Length'); chunk = ''; }
  if (this.req.method === 'HEAD') this.end();
  else this.end(chunk);
  return this;
};
response.get = function(name) { return this.getHeader(name); };

function parsed(req) {
  const known = req._parsedUrl;
  if (known !== undefined && known._raw === req.url) return known;
  const taken = url.parse(req.url);
  taken._raw = req.url;
  return req._parsedUrl = taken;
}

/** One handler at a path: `:name` stands for a part, and its value goes into `params`. */
class Layer {
  constructor(method, path, handle) {
    this.method = method;
    this.handle = handle;
    this.keys = [];
    const pattern = path.replace(/:(\w+)/g, (all, key) => { this.keys.push({ name: key, optional: false }); return '([^\\/]+?)'; });
    this.regexp = new RegExp(`^${pattern}${method === undefined ? '(?=\\/|$)' : '\\/?$'}`, 'i');
    this.fast = path === '';
  }
  match(path) {
    this.params = {};
    if (this.fast) return true;
    const match = this.regexp.exec(path);
    if (!match) return false;
    for (let n = 1; n < match.length; n++) if (match[n] !== undefined) this.params[this.keys[n - 1].name] = decodeURIComponent(match[n]);
    return true;
  }
  run(req, res, next) {
    try {
      const result = this.handle(req, res, next);
      if (result instanceof Promise) result.then(null, (error) => next(error ?? new Error('rejected')));
    } catch (error) {
      next(error);
    }
  }
}

/** Parses a JSON body, as a middleware. */
function json(req, res, next) {
  const type = req.headers['content-type'];
  if (type === undefined || !/^application\/(?:[\w.+-]+\+)?json/i.test(type)) return next();
  const chunks = [];
  const done = (error) => { req.removeListener('data', onData); req.removeListener('end', onEnd); next(error); };
  const onData = (chunk) => { chunks.push(chunk); };
  const onEnd = () => {
    try { req.body = JSON.parse(Buffer.concat(chunks).toString('utf8')); done(); } catch (error) { done(error); }
  };
  req.on('data', onData).on('end', onEnd).on('error', done);
}

module.exports = function create() {
  const layers = [];
  function app(req, res) { app.handle(req, res); }
  app.settings = Object.assign(Object.create({ etag: 'weak' }), { 'x-powered-by': true, 'query parser': 'simple' });
  app.use = (handle) => { layers.push(new Layer(undefined, '', handle)); return app; };
  for (const method of ['get', 'post']) {
    app[method] = (path, ...handles) => { for (const handle of handles) layers.push(new Layer(method.toUpperCase(), path, handle)); return app; };
  }
  app.handle = function handle(req, res) {
    if (app.settings['x-powered-by']) res.setHeader('X-Powered-By', 'training');
    req.res = res; res.req = req; res.app = app;
    Object.setPrototypeOf(req, request); Object.setPrototypeOf(res, response);
    res.locals ||= Object.create(null);
    let index = 0;
    const finish = (error) => setImmediate(() => { if (!res.headersSent) res.status(error ? 500 : 404).send(`Cannot ${req.method} ${req.url}`); });
    function next(error) {
      if (error) return finish(error);
      const path = parsed(req).pathname;
      let layer; let match = false;
      while (match !== true && index < layers.length) {
        layer = layers[index++];
        match = layer.match(path) && (layer.method === undefined || layer.method === req.method || (req.method === 'HEAD' && layer.method === 'GET'));
      }
      if (match !== true) return finish();
      req.params = Object.assign({}, layer.params);
      layer.run(req, res, next);
    }
    next();
  };
  return app;
};
module.exports.json = json;
