'use strict';

/** Tells of messages those who watch without being asked: subscribers of `http.*` diagnostics channels, and performance observers. */

const { publish } = require('internal/net/channels');
const measure = require('internal/perf/measure');

const kMeasured = Symbol('kMeasured');

function beginMeasure(message, name, req) {
  const start = measure.begin('http');
  if (start !== undefined) message[kMeasured] = { start, name, req: req() };
}

function endMeasure(message, statusCode, statusMessage, headers) {
  const measured = message[kMeasured];
  if (measured === undefined) return;
  message[kMeasured] = undefined;
  const { start, name, req } = measured;
  measure.end(start, 'http', name, { req, res: { statusCode, statusMessage, headers: headers ?? {} } });
}

function serverRequestStarted(server, socket, request, response) {
  beginMeasure(response, 'HttpRequest', () => ({ method: request.method, url: request.url, headers: request.headers }));
  publish('http.server.response.created', { request, response });
  publish('http.server.request.start', { request, response, socket, server });
}

function serverResponseFinished(server, socket, request, response) {
  endMeasure(response, response.statusCode, response.statusMessage, response.getHeaders?.());
  publish('http.server.response.finish', { request, response, socket, server });
}

function clientRequestCreated(request) {
  publish('http.client.request.created', { request });
}

/** The whole request has been given to its connection. */
function clientRequestStarted(request) {
  beginMeasure(request, 'HttpClient', () => ({
    method: request.method,
    url: `${request.protocol}//${request.host}${request.path}`,
    headers: request.getHeaders?.() ?? {},
  }));
  publish('http.client.request.start', { request });
}

function clientRequestFailed(request, error) {
  publish('http.client.request.error', { request, error });
}

/** The head of an answer has come. */
function clientResponseCame(request, response) {
  endMeasure(request, response.statusCode, response.statusMessage, response.headers);
  publish('http.client.response.finish', { request, response });
}

module.exports = {
  clientRequestCreated, clientRequestFailed, clientRequestStarted, clientResponseCame, serverRequestStarted,
  serverResponseFinished,
};
