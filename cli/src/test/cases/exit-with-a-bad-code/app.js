process.exit('three');
