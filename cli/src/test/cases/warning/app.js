process.emitWarning('too hot', 'BrewWarning', 'BREW1');
