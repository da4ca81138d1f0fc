function brew() {
  throw Object.assign(new Error('no water', { cause: new Error('tap closed') }), { code: 'EDRY', level: 0 });
}
brew();
