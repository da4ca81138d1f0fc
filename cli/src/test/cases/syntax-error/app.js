const coffee = 1;
const = 2;
