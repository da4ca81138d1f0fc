'use strict';

/** Keys of what a server keeps for itself, shared by the files of this room. */

module.exports = {
  kBuffered: Symbol('bufferedCommand'),
  kEvaluating: Symbol('evaluating'),
  kLoading: Symbol('loading'),
  kStandalone: Symbol('standaloneREPL'),
  kState: Symbol('state'),
};
