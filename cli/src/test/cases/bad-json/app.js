require('./menu.json');
