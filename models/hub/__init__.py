"""The practice's hub: a schema on its own PostgreSQL, through which engagements are shared.

Nothing else knows PostgreSQL, or a network. The law about who sees and writes what is the server's, in `resources/hub`;
here is only who asks it. What travels are acts; what they lead to is worked out in each library, by `models.sharing`.
"""
