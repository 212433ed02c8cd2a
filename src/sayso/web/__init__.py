"""The local page: ``sayso serve`` shows a case in a browser, and nobody else.

How to add a page
-----------------
1. Write a module ``web/NAME.py`` with ``PAGES``, a tuple of ``Page`` (see ``pages.py``). Every
   module of this package that has ``PAGES`` is part of the page: nothing is to be entered elsewhere.
2. A page has a path (``/claims/{claim}``), a function ``show`` and, where it can be decided on,
   ``decide``. Both get a ``Visit`` and return a response::

       def show(visit: Visit) -> Response:
           claim = visit.case.claim(visit.parameter("claim"))
           return visit.render("claim.html", ClaimView(row=claim))

       def decide(visit: Visit) -> Response:       # a POST that passed all checks
           with visit.writing() as case:
               case.decide(..., now=visit.now())
           return visit.redirect("/claims")

   ``show`` and ``decide`` run in a thread; ``visit.case`` reads, ``visit.writing()`` writes.
   ``visit.query``, ``choice``, ``day`` and ``number`` read the address, ``visit.field`` the form.
   Whatever narrows a list belongs into the address, so that every state of a page has one.
3. Templates lie in ``templates/`` and extend ``base.html`` (blocks ``title``, ``heading`` and
   ``main``). They get ``visit`` and ``view``, the one record that the function gave. Everything is
   escaped; ``|safe`` is for drawings made by our own code alone. ``_parts.html`` has macros: a form
   needs ``{{ parts.check(visit) }}`` inside, lists page with ``{{ parts.pager(...) }}``.
4. No ``style`` attribute, no inline script, no event handler: the policy of the page forbids them.
   Everything works without JavaScript; a script in ``static/`` may only make it quicker.
5. Text of a document stands in an element with ``dir="auto"``.
6. Give a page in the navigation a ``title``, a ``section``, a ``rank`` and a ``key`` (it opens with
   ``g`` and that letter).
"""
