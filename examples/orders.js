// An order system made of events: those who act on an order do not know each other.
const EventEmitter = require('events');

class OrderSystem extends EventEmitter {
  #orders = new Map();

  place(id, items) {
    this.#orders.set(id, { id, items, state: 'placed' });
    this.emit('order:placed', this.#orders.get(id));
  }

  complete(id) {
    const order = this.#orders.get(id);
    if (order === undefined) {
      this.emit('error', new Error(`no such order: ${id}`));
      return;
    }
    order.state = 'completed';
    this.emit('order:completed', order);
  }
}

const prices = { coffee: 3, croissant: 2, cake: 4 };
const shop = new OrderSystem();

shop.on('order:placed', ({ id, items }) => console.log('new order', id, items));
shop.on('order:placed', (order) => {
  order.total = items(order).reduce((sum, item) => sum + prices[item], 0);
  setImmediate(() => shop.complete(order.id));
});
shop.on('order:completed', (order) => console.log('completed', order));
shop.once('order:completed', ({ id }) => console.log('the first one today was', id));
shop.on('error', (error) => console.log('problem:', error.message));

function items(order) {
  return order.items;
}

shop.place('ORD-001', ['coffee', 'croissant']);
shop.place('ORD-002', ['cake']);
shop.complete('ORD-404');
console.log('listeners of order:placed:', shop.listenerCount('order:placed'));
