'use strict';

// RxJS: events, timers and promises as streams; operators on virtual time by its own TestScheduler.

const assert = require('node:assert');
const { EventEmitter } = require('node:events');
const { fromEvent, from, interval, of, throwError, timer, defer, firstValueFrom, lastValueFrom, Subject, BehaviorSubject, forkJoin } = require('rxjs');
const { bufferCount, catchError, concatMap, debounceTime, delay, filter, map, mergeMap, reduce, retry, scan, share, switchMap, take, takeUntil, timeout,
  toArray } = require('rxjs/operators');
const { TestScheduler } = require('rxjs/testing');

async function main() {
  const temperatures = new EventEmitter();
  const alarms = firstValueFrom(fromEvent(temperatures, 'reading').pipe(filter((t) => t > 90), take(2), toArray()));
  for (const reading of [20, 95, 40, 99, 100]) temperatures.emit('reading', reading);
  assert.deepStrictEqual(await alarms, [95, 99]);
  assert.strictEqual(temperatures.listenerCount('reading'), 0);

  let inFlight = 0, most = 0;
  const fetched = await lastValueFrom(from([1, 2, 3, 4, 5]).pipe(
    mergeMap(async (n) => {
      most = Math.max(most, ++inFlight);
      await new Promise(setImmediate);
      inFlight--;
      return n * 10;
    }, 2),
    toArray()));
  assert.deepStrictEqual(fetched.sort(), [10, 20, 30, 40, 50]);
  assert.strictEqual(most, 2);

  let attempts = 0;
  const flaky = defer(() => (++attempts < 3 ? throwError(() => new Error('down')) : of('up')));
  assert.strictEqual(await lastValueFrom(flaky.pipe(retry({ count: 5, delay: 1 }))), 'up');
  assert.strictEqual(attempts, 3);
  assert.strictEqual(await lastValueFrom(throwError(() => new Error('gone')).pipe(catchError((error) => of(error.message)))), 'gone');
  await assert.rejects(lastValueFrom(timer(10_000).pipe(timeout(5))), { name: 'TimeoutError' });

  assert.deepStrictEqual(await lastValueFrom(interval(1).pipe(take(5), scan((sum, n) => sum + n, 0), bufferCount(2), toArray())), [[0, 1], [3, 6], [10]]);
  assert.deepStrictEqual(await lastValueFrom(forkJoin({ a: of(1, 2), b: Promise.resolve(3) })), { a: 2, b: 3 });

  const state = new BehaviorSubject(0);
  const seen = [];
  const stop = new Subject();
  state.pipe(takeUntil(stop), map((n) => n + 1)).subscribe({ next: (n) => seen.push(n), complete: () => seen.push('done') });
  state.next(1); stop.next(); state.next(2);
  assert.deepStrictEqual(seen, [1, 2, 'done']);

  let subscriptions = 0;
  const shared = defer(() => { subscriptions++; return of(1, 2).pipe(delay(1)); }).pipe(share());
  const [a, b] = await Promise.all([lastValueFrom(shared), lastValueFrom(shared.pipe(reduce((x, y) => x + y)))]);
  assert.deepStrictEqual([a, b, subscriptions], [2, 3, 1]);

  async function* menu() { yield 'soup'; yield 'fish'; }
  assert.deepStrictEqual(await lastValueFrom(from(menu()).pipe(concatMap((dish) => of(dish, '!')), toArray())), ['soup', '!', 'fish', '!']);
}

new TestScheduler((actual, expected) => assert.deepStrictEqual(actual, expected)).run(({ cold, hot, expectObservable, expectSubscriptions }) => {
  const typed = hot('a-b-c------d|');
  expectObservable(typed.pipe(debounceTime(3))).toBe('-------c----(d|)');
  const inner = cold('  x--y|');
  expectObservable(cold('a--b------|').pipe(switchMap(() => inner))).toBe('x--x--y---|');
  expectSubscriptions(inner.subscriptions).toBe(['^--!', '---^---!']);
});
main();
