try { (function f() { f(); })(); } catch (e) { console.log(e.name, e.message); }
