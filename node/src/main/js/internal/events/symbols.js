'use strict';

/** Symbols that event targets and those who wait for their events share. */

module.exports = {
  /** Listener option: is called although an earlier listener stopped the event. */
  kResistStopPropagation: Symbol('kResistStopPropagation'),
  /** Listener option: the listener is held weakly, and at least as long as the option's value lives. */
  kWeakHandler: Symbol('kWeak'),
};
