throw { coffee: 'cold' };
